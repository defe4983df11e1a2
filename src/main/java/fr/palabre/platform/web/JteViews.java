package fr.palabre.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Renders jte's precompiled templates as Spring's views; {@code page} is always given. */
@Component
class JteViews implements ViewResolver, Ordered {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Pages pages;

  JteViews(Pages pages) {
    this.pages = pages;
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    var template = name + ".jte";
    return engine.hasTemplate(template) ? new JteView(template) : null;
  }

  private final class JteView implements View {
    private final String template;

    private JteView(String template) {
      this.template = template;
    }

    // Spring passes over a view that does not say what it makes.
    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request,
        HttpServletResponse response) throws Exception {
      JteViews.this.render(template, model, request, response);
    }
  }

  private void render(String template, @Nullable Map<String, ?> model,
      HttpServletRequest request, HttpServletResponse response) throws Exception {
    var parameters = new HashMap<String, Object>(model == null ? Map.of() : model);
    var fragment = request.getHeader("HX-Request") != null;
    var toast = fragment ? null : Toasts.take(request, response);
    var page = pages.of(request, toast);
    parameters.put("page", page);
    var output = new Utf8ByteOutput();
    engine.render(template, parameters, output);
    response.setContentType("text/html;charset=UTF-8");
    response.setLocale(page.locale());
    // In one piece: the templates' many small pieces would each cross every filter's wrapper.
    var whole = output.toByteArray();
    response.setContentLength(whole.length);
    try (var body = response.getOutputStream()) {
      body.write(whole);
    }
  }

  @Override
  public int getOrder() {
    return 0;
  }
}
