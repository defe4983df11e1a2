package fr.palabre.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's own files, for the tests that read them. */
final class Sources {
  static final Path JAVA = Path.of("src/main/java/fr/palabre");
  static final Path TEMPLATES = Path.of("src/main/jte");
  static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  static final Path MESSAGES = Path.of("src/main/resources/messages");

  private Sources() {}

  static List<Path> under(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The room a source file stands in: the first folder below the root package. */
  static String module(Path javaFile) {
    return JAVA.relativize(javaFile).getName(0).toString();
  }
}
