package fr.palabre.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * One Palabre at a time on a data folder. The system lets go of the lock when the process ends,
 * however it ends, so nothing has to be cleaned up after a crash.
 */
public record DataLock(Path folder, FileLock lock) implements AutoCloseable {
  // A lock that nobody refers to would be let go of by the garbage collector.
  private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

  /** For whoever makes the database run; empty if another has it. */
  public static Optional<DataLock> take(Path folder) {
    return take(folder, "palabre.lock");
  }

  /** For a backup, which may be taken while Palabre runs, but not twice at once. */
  public static Optional<DataLock> backup(Path folder) {
    return take(folder, "backup.lock");
  }

  private static Optional<DataLock> take(Path folder, String name) {
    try {
      Files.createDirectories(folder);
      var channel = FileChannel.open(
          folder.resolve(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) return Optional.empty();
      HELD.add(lock);
      return Optional.of(new DataLock(folder, lock));
    } catch (OverlappingFileLockException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes where this Palabre answers, for whoever tries to start a second one. */
  public void tell(String address) {
    try {
      Files.writeString(folder.resolve("palabre.address"), address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String address(Path folder) {
    try {
      return Files.readString(folder.resolve("palabre.address")).trim();
    } catch (IOException e) {
      return "";
    }
  }

  /** Lets the next one in. */
  @Override
  public void close() {
    try {
      HELD.remove(lock);
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
