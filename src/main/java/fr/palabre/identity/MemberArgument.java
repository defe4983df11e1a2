package fr.palabre.identity;

import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;

/** Gives handlers their {@code Member me}, or {@code User me} outside a brand. */
@Component
class MemberArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    var type = parameter.getParameterType();
    return type == Member.class || type == User.class;
  }

  @Override
  public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer model,
      NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
    var http = request.getNativeRequest(HttpServletRequest.class);
    var key = parameter.getParameterType() == User.class ? User.class.getName() : Pages.VIEWER;
    var value = http == null ? null : http.getAttribute(key);
    if (!parameter.getParameterType().isInstance(value))
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    return value;
  }
}
