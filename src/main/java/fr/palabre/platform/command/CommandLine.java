package fr.palabre.platform.command;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.backup.Backup;
import fr.palabre.platform.backup.BackupRefused;
import fr.palabre.platform.backup.Count;
import fr.palabre.platform.backup.Restore;
import fr.palabre.platform.db.NotAsRoot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Reads the command and its options, and runs it. */
public final class CommandLine {
  private static final Map<String, String> SHORT = Map.of("--demo", "--palabre.demo=true");
  private final Class<?> application;

  public CommandLine(Class<?> application) {
    this.application = application;
  }

  public void run(String[] args) {
    var words = new ArrayList<>(List.of(args));
    var command = words.isEmpty() || words.getFirst().startsWith("--")
        ? "start" : words.removeFirst();
    switch (command) {
      case "start" -> new Start(application).run(options(words));
      case "outline" -> new Start(application).outline(options(words));
      case "rehearse" -> new Start(application).rehearse(options(words));
      case "backup" -> file(command, words, file ->
          told("backup.written", file, new Backup(settings()).write(file)));
      case "restore" -> file(command, words, file ->
          told("backup.read", file, new Restore(settings()).read(file)));
      case "version", "--version" -> Say.line("Palabre " + version());
      default -> fail(Say.text("command.unknown", command));
    }
  }

  private interface FileCommand {
    String run(Path file) throws Exception;
  }

  private static void file(String command, List<String> words, FileCommand work) {
    if (words.isEmpty()) fail(Say.text("command.file", command));
    LoggingSystem.get(CommandLine.class.getClassLoader())
        .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
    try {
      Say.line(work.run(Path.of(words.getFirst())));
    } catch (BackupRefused e) {
      fail(Say.text(e.key(), e.arguments()));
    } catch (NotAsRoot e) {
      fail(Say.text("start.root"));
    } catch (Exception e) {
      fail(Say.text("command.failed", command, String.valueOf(e.getMessage())));
    }
  }

  // These commands start no Spring: they read the same environment as start does.
  private static PalabreSettings settings() {
    var environment = System.getenv();
    return new PalabreSettings(
        Path.of(environment.getOrDefault("PALABRE_DATA", "data")),
        environment.get("PALABRE_DATABASE_URL"),
        environment.get("PALABRE_DATABASE_USER"),
        environment.get("PALABRE_DATABASE_PASSWORD"),
        null, environment.get("PALABRE_SECRET_KEY"), List.of(), false);
  }

  private static String told(String key, Path file, Count content) {
    return Say.text(key, file, content.tables(), content.rows(), content.files());
  }

  private static String[] options(List<String> words) {
    return words.stream().map(w -> SHORT.getOrDefault(w, w)).toArray(String[]::new);
  }

  private static String version() {
    var version = CommandLine.class.getPackage().getImplementationVersion();
    return version == null ? "(sources)" : version;
  }

  static void fail(String message) {
    System.err.println(message);
    System.exit(1);
  }
}
