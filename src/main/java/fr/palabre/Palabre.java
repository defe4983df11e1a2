package fr.palabre;

import fr.palabre.platform.command.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The community manager's workbench, in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Palabre {
  public static void main(String[] args) {
    new CommandLine(Palabre.class).run(args);
  }
}
