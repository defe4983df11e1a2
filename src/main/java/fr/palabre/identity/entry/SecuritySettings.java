package fr.palabre.identity.entry;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who may ask at all, and what a browser is told to refuse. */
@Configuration(proxyBeanMethods = false)
class SecuritySettings {
  // No inline script or style anywhere, and nothing from another host.
  private static final String CONTENT_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
      + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  @Bean
  SecurityFilterChain security(HttpSecurity http, SessionStore sessions, Clock clock)
      throws Exception {
    http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    http.securityContext(s -> s.requireExplicitSave(true));
    http.requestCache(c -> c.disable());
    http.formLogin(f -> f.disable()).httpBasic(b -> b.disable()).logout(l -> l.disable());
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName("palabre_csrf");
    // Each request signs in anew from its cookie; a token renewed each time would refuse the forms
    // of the pages already open.
    http.csrf(c -> c.csrfTokenRepository(tokens).ignoringRequestMatchers("/api/**")
        .sessionAuthenticationStrategy((signedIn, request, response) -> {}));
    http.addFilterBefore(new SessionFilter(sessions, clock), CsrfFilter.class);
    http.exceptionHandling(e -> e.authenticationEntryPoint(new SignInDoor()));
    http.headers(h -> h
        .contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY))
        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN))
        .cacheControl(c -> c.disable()));
    http.authorizeHttpRequests(a -> a
        .requestMatchers("/", "/connexion/**", "/bienvenue/**", "/invitation/**", "/mot-de-passe/**",
            "/static/**", "/webjars/**", "/actuator/health/**", "/error", "/favicon.ico",
            "/composants").permitAll()
        .anyRequest().authenticated());
    return http.build();
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    // OWASP's choice for Argon2id: 19 MiB, two passes, one lane.
    return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
  }
}
