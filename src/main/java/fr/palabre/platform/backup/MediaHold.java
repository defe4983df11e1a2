package fr.palabre.platform.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.util.FileSystemUtils;

/**
 * Holds the media as they are while a backup copies them: a second name for each file, so that one
 * removed meanwhile is still there to be copied. A file never changes, its name is its content's.
 */
final class MediaHold implements AutoCloseable {
  private final Path media;
  private final Path held;

  MediaHold(Path data) throws IOException {
    this.media = data.resolve("media");
    this.held = data.resolve("backup");
    FileSystemUtils.deleteRecursively(held);
  }

  /** Holds all that is there now, besides what is held already. */
  void hold() throws IOException {
    if (!Files.isDirectory(media)) return;
    for (var file : files(media)) hold(file, held.resolve(media.relativize(file)));
  }

  int write(ZipOutputStream zip) throws IOException {
    if (!Files.isDirectory(held)) return 0;
    var files = files(held);
    for (var file : files) {
      var name = held.relativize(file).toString().replace('\\', '/');
      zip.putNextEntry(new ZipEntry(BackupFile.MEDIA + name));
      Files.copy(file, zip);
      zip.closeEntry();
    }
    return files.size();
  }

  @Override
  public void close() throws IOException {
    FileSystemUtils.deleteRecursively(held);
  }

  private static void hold(Path file, Path second) throws IOException {
    if (Files.exists(second)) return;
    Files.createDirectories(second.getParent());
    try {
      Files.createLink(second, file);
    } catch (NoSuchFileException | FileAlreadyExistsException e) {
      // Removed between the listing and now, with its row; or held meanwhile.
      return;
    } catch (IOException | UnsupportedOperationException e) {
      // Some file systems know no second name.
      Files.copy(file, second);
    }
  }

  // What is still being written bears a passing name.
  private static List<Path> files(Path folder) throws IOException {
    try (var walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("part-"))
          .toList();
    }
  }
}
