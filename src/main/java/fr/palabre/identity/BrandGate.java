package fr.palabre.identity;

import fr.palabre.platform.db.RowScope;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.AsyncHandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * The door of every address under {@code /{brand}/…}: another brand's does not exist (404), one's
 * own asks for the permission its handler {@link Requires}. Inside, each transaction sees this
 * brand's rows only.
 */
@Component
class BrandGate implements AsyncHandlerInterceptor {
  private static final String SCOPE = BrandGate.class.getName();
  private final RowScope scope;
  private final Map<Method, Optional<Permission>> required = new ConcurrentHashMap<>();

  BrandGate(RowScope scope) {
    this.scope = scope;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response,
      Object handler) {
    if (!(handler instanceof HandlerMethod method)) return true;
    if (request.getDispatcherType() == DispatcherType.ERROR) return true;
    var member = member(request);
    if (underBrand(request)) enter(method, member);
    // A page of no brand still shows the frame of the brand one comes from.
    if (member == null) return true;
    request.setAttribute(SCOPE, scope.open(member.tenant(), isRead(request)));
    return true;
  }

  private static boolean isRead(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private void enter(HandlerMethod method, @Nullable Member member) {
    if (member == null) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    require(method, member);
  }

  /** An act that answers with a page instead of a redirect: the page reads in one transaction too. */
  @Override
  public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler,
      @Nullable ModelAndView answer) {
    var member = member(request);
    var view = answer == null ? null : answer.getViewName();
    if (view == null || view.startsWith("redirect:") || member == null || isRead(request)) return;
    close(request);
    request.setAttribute(SCOPE, scope.open(member.tenant(), true));
  }

  @Override
  public void afterCompletion(HttpServletRequest request, HttpServletResponse response,
      Object handler, @Nullable Exception failure) {
    close(request);
  }

  /** A live stream leaves this thread: what is bound to the thread must not stay with it. */
  @Override
  public void afterConcurrentHandlingStarted(HttpServletRequest request,
      HttpServletResponse response, Object handler) {
    close(request);
  }

  private static void close(HttpServletRequest request) {
    var open = (RowScope.Open) request.getAttribute(SCOPE);
    if (open == null) return;
    request.removeAttribute(SCOPE);
    open.close();
  }

  private void require(HandlerMethod method, Member member) {
    var required = this.required.computeIfAbsent(method.getMethod(), _ -> required(method));
    if (required.filter(member::may).isEmpty())
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
  }

  private static Optional<Permission> required(HandlerMethod method) {
    return Stream.of(method.getMethod(), method.getBeanType())
        .map(element -> AnnotatedElementUtils.findMergedAnnotation(element, Requires.class))
        .filter(Objects::nonNull)
        .map(Requires::value)
        .findFirst();
  }

  private static boolean underBrand(HttpServletRequest request) {
    var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
    return variables instanceof Map<?, ?> map && map.containsKey("brand");
  }

  private static @Nullable Member member(HttpServletRequest request) {
    return request.getAttribute(Pages.VIEWER) instanceof Member member ? member : null;
  }
}
