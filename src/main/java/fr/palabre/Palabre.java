package fr.palabre;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The community manager's workbench, in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Palabre {
  public static void main(String[] args) {
    SpringApplication.run(Palabre.class, args);
  }
}
