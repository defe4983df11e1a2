package fr.palabre.inbox.web;

import fr.palabre.identity.Member;
import fr.palabre.inbox.ConversationId;
import fr.palabre.platform.web.Pages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives handlers their {@code Act act}. */
@Component
class ActArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  // Asked for late: Spring makes its resolvers before the pages' assets.
  private final ObjectProvider<Pages> pages;

  ActArgument(ObjectProvider<Pages> pages) {
    this.pages = pages;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Act.class;
  }

  @Override
  public Act resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
      NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
    var http = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    var response = Objects.requireNonNull(request.getNativeResponse(HttpServletResponse.class));
    if (!(http.getAttribute(Pages.VIEWER) instanceof Member me)
        || !(http.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
            instanceof Map<?, ?> variables))
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    var model = (Model) Objects.requireNonNull(container).getModel();
    return new Act(me, conversation(variables.get("id")), query(http),
        pages.getObject().of(http), model, http, response);
  }

  private static @Nullable ConversationId conversation(@Nullable Object id) {
    if (id == null) return null;
    try {
      return new ConversationId(UUID.fromString(String.valueOf(id)));
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }

  // What the list shows stands in the address of the act; a form's own fields are another matter.
  private static InboxQuery query(HttpServletRequest http) {
    return InboxQuery.parse(http.getQueryString());
  }
}
