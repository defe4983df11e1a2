package fr.palabre.identity.entry;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may ask at all, and what a browser is told to refuse. */
@Configuration(proxyBeanMethods = false)
class SecuritySettings {
  // No inline script or style anywhere, and nothing from another host.
  private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
      + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  private static final String[] OPEN = {"/", "/connexion", "/bienvenue", "/invitation/**",
      "/mot-de-passe/**", "/static/**", "/webjars/**", "/error", "/favicon.ico", "/composants"};

  /** The machine's own: health for anyone, metrics for few, nothing else. */
  @Bean
  @Order(1)
  SecurityFilterChain machineSecurity(HttpSecurity http, MetricsDoor metrics) throws Exception {
    http.securityMatcher("/actuator/**");
    stateless(http);
    http.csrf(c -> c.disable());
    http.exceptionHandling(e ->
        e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)));
    http.authorizeHttpRequests(a -> a
        .requestMatchers("/actuator/health/**").permitAll()
        .requestMatchers("/actuator/prometheus").access(metrics)
        .anyRequest().denyAll());
    return http.build();
  }

  /** The API: a token, never a cookie, and so no form to forge. */
  @Bean
  @Order(2)
  SecurityFilterChain apiSecurity(HttpSecurity http, Bearers bearers, ApiDoor door, Clock clock)
      throws Exception {
    http.securityMatcher("/api/**");
    stateless(http);
    http.csrf(c -> c.disable());
    http.addFilterBefore(new BearerFilter(bearers, clock), AuthorizationFilter.class);
    http.exceptionHandling(e -> e.authenticationEntryPoint(door));
    http.authorizeHttpRequests(a -> a
        // What was let in goes on from another thread.
        .dispatcherTypeMatchers(DispatcherType.ASYNC).permitAll()
        .requestMatchers("/api/v1/openapi", "/api/v1/openapi.yaml").permitAll()
        .anyRequest().authenticated());
    return http.build();
  }

  /** The pages: a session's cookie, and a token in each form. */
  @Bean
  @Order(3)
  SecurityFilterChain pageSecurity(HttpSecurity http, SessionStore sessions, Clock clock)
      throws Exception {
    stateless(http);
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("palabre_csrf");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    // Each request signs in anew from its cookie; a token renewed each time would refuse the forms
    // of the pages already open.
    http.csrf(c -> c.csrfTokenRepository(tokens)
        .sessionAuthenticationStrategy((signedIn, request, response) -> {}));
    http.addFilterBefore(new SessionFilter(sessions, clock), CsrfFilter.class);
    http.exceptionHandling(e -> e.authenticationEntryPoint(new SignInDoor())
        .accessDeniedHandler(new ExpiredForm()));
    http.authorizeHttpRequests(a -> a
        .requestMatchers(OPEN).permitAll()
        .anyRequest().authenticated());
    return http.build();
  }

  private static void stateless(HttpSecurity http) throws Exception {
    http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.securityContext(s -> s.requireExplicitSave(true));
    http.requestCache(c -> c.disable());
    http.formLogin(f -> f.disable()).httpBasic(b -> b.disable()).logout(l -> l.disable());
    http.headers(h -> h
        .contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(p -> p.policy("camera=(), geolocation=(), microphone=()"))
        .cacheControl(c -> c.disable())
        .addHeaderWriter(new PrivateCache()));
  }

  /** The door's own steps are not measured one by one: each request is, as a whole. */
  @Bean
  SecurityObservationSettings doorObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    // OWASP's choice for Argon2id: 19 MiB, two passes, one lane.
    return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  }
}
