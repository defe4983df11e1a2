package fr.palabre.platform.command;

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
record DataLock(Path folder, FileLock lock) {
  // A lock that nobody refers to would be let go of by the garbage collector.
  private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

  static Optional<DataLock> take(Path folder) {
    try {
      Files.createDirectories(folder);
      var channel = FileChannel.open(
          folder.resolve("palabre.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
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
  void tell(String address) {
    try {
      Files.writeString(folder.resolve("palabre.address"), address);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String address(Path folder) {
    try {
      return Files.readString(folder.resolve("palabre.address")).trim();
    } catch (IOException e) {
      return "";
    }
  }
}
