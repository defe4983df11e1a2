package fr.palabre.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The files of the data folder that a backup takes along: media and the key. */
record DataFiles(Path data) {
  private static final String KEY = "secret.key";
  private static final String MEDIA = "media";

  int write(ZipOutputStream zip) throws IOException {
    if (Files.exists(data.resolve(KEY))) put(zip, data.resolve(KEY));
    if (!Files.isDirectory(data.resolve(MEDIA))) return 0;
    List<Path> files;
    try (var walk = Files.walk(data.resolve(MEDIA))) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    for (var file : files) put(zip, file);
    return files.size();
  }

  /** The key comes back before the database starts: its role's password derives from it. */
  void readKey(ZipFile zip) throws IOException {
    var entry = zip.getEntry("files/" + KEY);
    if (entry != null && !Files.exists(data.resolve(KEY))) extract(zip, entry);
  }

  int read(ZipFile zip) throws IOException {
    int count = 0;
    for (var entry : (Iterable<ZipEntry>) zip.stream().map(e -> (ZipEntry) e)::iterator) {
      if (!entry.getName().startsWith("files/" + MEDIA + "/")) continue;
      extract(zip, entry);
      count++;
    }
    return count;
  }

  private void put(ZipOutputStream zip, Path file) throws IOException {
    zip.putNextEntry(new ZipEntry("files/" + data.relativize(file).toString().replace('\\', '/')));
    Files.copy(file, zip);
    zip.closeEntry();
  }

  private void extract(ZipFile zip, ZipEntry entry) throws IOException {
    var target = data.resolve(entry.getName().substring("files/".length())).normalize();
    if (!target.startsWith(data.normalize()))
      throw new IOException("the backup points outside the data folder");
    Files.createDirectories(target.toAbsolutePath().getParent());
    try (var in = zip.getInputStream(entry)) {
      Files.copy(in, target);
    }
  }
}
