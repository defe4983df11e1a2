package fr.palabre.platform.command;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.backup.Restore;
import fr.palabre.platform.db.NewerSchema;
import fr.palabre.platform.db.NotAsRoot;
import fr.palabre.platform.files.DataLock;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts Palabre on its data folder, once, and says where it is. */
final class Start {
  private static final List<String> FIRST_PAGES =
      List.of("/connexion", "/bienvenue", "/actuator/health", "/static/app.css");
  private final Class<?> application;

  Start(Class<?> application) {
    this.application = application;
  }

  void run(String[] options) {
    var lock = DataLock.take(data(options));
    if (lock.isEmpty()) {
      CommandLine.fail(Say.text("start.running", data(options), DataLock.address(data(options))));
      return;
    }
    if (Restore.cutShort(data(options)))
      CommandLine.fail(Say.text("start.restoring", data(options)));
    try {
      var context = application(Console.silenced(options));
      lock.get().tell(address(context));
      Say.line(Say.text("start.ready", address(context)));
      Console.open();
      context.getBeansOfType(ReadyLine.class).values().forEach(line -> line.say().ifPresent(Say::line));
      warm(context);
    } catch (RuntimeException e) {
      // Stopped on the way: what was not finished then is no failure.
      if (!stopping()) CommandLine.fail(explain(e));
    }
  }

  // Java takes no more hooks once it stops, and tells it in no other way.
  private static boolean stopping() {
    var hook = new Thread(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(hook);
      return !Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return true;
    }
  }

  /** Makes every bean that no one has asked for yet, so that no visitor waits for it. */
  private static void warm(ConfigurableApplicationContext context) {
    for (var name : context.getBeanDefinitionNames())
      if (context.getBeanFactory().getMergedBeanDefinition(name).isSingleton()) context.getBean(name);
    // Starting leaves a heap of garbage; given back once, it is not missed.
    System.gc();
  }

  /** For the build, which takes note of the beans and abandons the run before any is made. */
  void outline(String[] options) {
    application(options);
  }

  /** One run for the ahead-of-time cache: starts, shows its first pages, stops. */
  void rehearse(String[] options) {
    try (var context = application(plus(options, "--server.port=0"));
        var client = HttpClient.newHttpClient()) {
      for (int round = 0; round < 20; round++)
        for (var page : FIRST_PAGES)
          client.send(
              HttpRequest.newBuilder(URI.create(address(context) + page)).build(),
              HttpResponse.BodyHandlers.discarding());
    } catch (Exception e) {
      CommandLine.fail(String.valueOf(e));
    }
  }

  private ConfigurableApplicationContext application(String[] options) {
    var spring = new SpringApplication(application);
    spring.setRegisterShutdownHook(true);
    // The first page waits for what it needs alone; the rest is made right after, see warm.
    spring.setLazyInitialization(true);
    return spring.run(options);
  }

  private static String address(ConfigurableApplicationContext context) {
    var open = context.getBean(PalabreSettings.class).publicUrl();
    if (open != null) return open.toString();
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    return "http://localhost:" + (server == null ? 0 : server.getPort());
  }

  private static Path data(String[] options) {
    return Arrays.stream(options)
        .filter(o -> o.startsWith("--palabre.data="))
        .map(o -> Path.of(o.substring("--palabre.data=".length())))
        .findFirst()
        .orElseGet(() -> Path.of(
            Optional.ofNullable(System.getenv("PALABRE_DATA")).orElse("data")));
  }

  private static String explain(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PortInUseException port)
        return Say.text("start.port", port.getPort());
      if (cause instanceof NewerSchema) return Say.text("start.newer");
      if (cause instanceof NotAsRoot) return Say.text("start.root");
      // Not reached, not let in, or not there (PostgreSQL manual, appendix A).
      if (cause instanceof SQLException refused
          && String.valueOf(refused.getSQLState()).matches("(08|28|3D).*"))
        return Say.text("start.database", sentence(refused));
    }
    Throwable root = failure;
    while (root.getCause() != null) root = root.getCause();
    return Say.text("start.failed", sentence(root));
  }

  private static String sentence(Throwable cause) {
    return String.valueOf(cause.getMessage()).strip().replaceFirst("[.!]?$", ".");
  }

  private static String[] plus(String[] options, String... more) {
    var all = Arrays.copyOf(options, options.length + more.length);
    System.arraycopy(more, 0, all, options.length, more.length);
    return all;
  }
}
