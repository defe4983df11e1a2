package fr.palabre.platform.files;

import fr.palabre.platform.PalabreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Files under the data folder, each tenant's apart, each named by the SHA-256 of its bytes: what a
 * path shows can never change.
 */
@Component
public class FileStore {
  private final Path root;

  FileStore(PalabreSettings settings) {
    this.root = settings.data().resolve("media").toAbsolutePath().normalize();
  }

  /** Keeps these bytes; keeping the same ones twice keeps them once. */
  public StoredFile keep(UUID tenant, byte[] bytes, String extension) {
    var hash = sha256(bytes);
    var path = Path.of(tenant.toString(), hash.substring(0, 2), hash + "." + extension);
    var file = root.resolve(path);
    if (!Files.exists(file)) write(file, bytes);
    return new StoredFile(path, hash, bytes.length);
  }

  /** The file on this machine behind a stored path. */
  public Path resolve(Path stored) {
    var file = root.resolve(stored).normalize();
    if (!file.startsWith(root))
      throw new IllegalArgumentException("A stored path must stay in the store");
    return file;
  }

  public byte[] read(Path stored) {
    try {
      return Files.readAllBytes(resolve(stored));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void remove(Path stored) {
    try {
      Files.deleteIfExists(resolve(stored));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Removes all the tenant's files, once nothing points to them. */
  public void removeAll(UUID tenant) {
    try {
      FileSystemUtils.deleteRecursively(resolve(Path.of(tenant.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // Written beside, then moved: nobody ever reads half a file.
  private static void write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      var beside = Files.createTempFile(file.getParent(), "part-", "");
      Files.write(beside, bytes);
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** @param path relative to the store; give it to {@link FileStore#resolve} to reach the file */
  public record StoredFile(Path path, String sha256, long bytes) {}
}
