package fr.palabre;

import fr.palabre.platform.command.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The community manager's workbench, in one process. Beans bear their full names: two rooms may
 * each have a journal.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Palabre {
  public static void main(String[] args) {
    new CommandLine(Palabre.class).run(args);
  }
}
