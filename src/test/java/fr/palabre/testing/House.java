package fr.palabre.testing;

import fr.palabre.Palabre;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Palabre as people run it: real clock, background work on, a database and a port of its own. */
public final class House implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private House(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Opens a house with nobody in it. */
  public static House empty(String... more) {
    return open(TestDatabase.fresh(), "target/house-" + UUID.randomUUID(), more);
  }

  /** Opens the house with its demo brand. */
  public static House demo(String... more) {
    var options = new ArrayList<>(List.of(more));
    options.add("--palabre.demo=true");
    return empty(options.toArray(String[]::new));
  }

  /** Opens the house where these options say that it is. */
  public static House on(String... options) {
    var all = new ArrayList<>(List.of("--server.port=0", "--springdoc.api-docs.enabled=false"));
    all.addAll(List.of(options));
    return new House(SpringApplication.run(Palabre.class, all.toArray(String[]::new)));
  }

  public static House open(String database, String data, String... more) {
    var options = new ArrayList<>(List.of(
        "--server.port=0",
        "--springdoc.api-docs.enabled=false",
        "--palabre.data=" + data,
        "--palabre.database-url=" + database,
        "--palabre.database-user=postgres",
        "--palabre.database-password=postgres"));
    options.addAll(List.of(more));
    return new House(SpringApplication.run(Palabre.class, options.toArray(String[]::new)));
  }

  public String address() {
    var server = ((ServletWebServerApplicationContext) context).getWebServer();
    return "http://localhost:" + (server == null ? 0 : server.getPort());
  }

  public <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  public <T> Stream<T> beans(Class<T> type) {
    return context.getBeanProvider(type).stream();
  }

  @Override
  public void close() {
    context.close();
  }
}
