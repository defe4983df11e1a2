package fr.palabre.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each Spring context a new database. */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(
            "palabre.database-url=" + TestDatabase.fresh(),
            "palabre.database-user=postgres",
            "palabre.database-password=postgres")
        .applyTo(context);
  }
}
