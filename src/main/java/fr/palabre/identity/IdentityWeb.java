package fr.palabre.identity;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the gate and the member into Spring MVC. */
@Configuration(proxyBeanMethods = false)
class IdentityWeb implements WebMvcConfigurer {
  private final BrandGate gate;
  private final MemberArgument member;

  IdentityWeb(BrandGate gate, MemberArgument member) {
    this.gate = gate;
    this.member = member;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(gate);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(member);
  }
}
