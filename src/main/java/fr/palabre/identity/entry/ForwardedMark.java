package fr.palabre.identity.entry;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Marks what a proxy forwards, before Tomcat believes the proxy and takes its headers away: a
 * client behind a proxy of this machine may claim to be this machine.
 */
@Component
class ForwardedMark
    implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {
  static final String FORWARDED = ForwardedMark.class.getName();

  @Override
  public void customize(TomcatServletWebServerFactory factory) {
    factory.addEngineValves(new Mark());
  }

  // Before the customizer that makes Tomcat read the proxy's headers.
  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  private static final class Mark extends ValveBase {
    private Mark() {
      super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
      if (request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null)
        request.setAttribute(FORWARDED, true);
      getNext().invoke(request, response);
    }
  }
}
