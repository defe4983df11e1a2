package fr.palabre.network.portrait;

import fr.palabre.platform.PalabreSettings;
import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import fr.palabre.platform.http.Outgoing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Small copies of pictures, kept on disk for a week, then asked for again. */
@Component
class PortraitShelf {
  static final Duration KEPT = Duration.ofDays(7);
  private static final Duration REFUSED = Duration.ofHours(1);
  private static final Duration TIMEOUT = Duration.ofSeconds(8);
  private static final long HEAVIEST = 4_000_000;
  private static final int REMEMBERED = 10_000;
  private final Path folder;
  private final Outgoing outgoing;
  private final Clock clock;
  private final ConcurrentHashMap<String, Instant> refused = new ConcurrentHashMap<>();
  private final Semaphore fetching = new Semaphore(8);

  PortraitShelf(PalabreSettings settings, Outgoing outgoing, Clock clock) {
    this.folder = settings.data().resolve("portraits");
    this.outgoing = outgoing;
    this.clock = clock;
  }

  /** The small copy as JPEG; empty if the network does not give the picture. */
  Optional<byte[]> portrait(String address) {
    var file = folder.resolve(name(address) + ".jpg");
    try {
      if (isFresh(file)) return Optional.of(Files.readAllBytes(file));
      var fetched = wasRefused(address) ? Optional.<byte[]>empty() : fetch(address);
      if (fetched.isPresent()) keep(file, fetched.get());
      // An old picture is better than none.
      else if (Files.exists(file)) return Optional.of(Files.readAllBytes(file));
      return fetched;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<byte[]> fetch(String address) {
    if (!fetching.tryAcquire()) return Optional.empty();
    try {
      var call = HttpCall.get(URI.create(address)).within(TIMEOUT).atMost(HEAVIEST);
      var small = outgoing.send(call) instanceof HttpResult.Answer answer && answer.ok()
          ? SmallPicture.of(answer.body())
          : Optional.<byte[]>empty();
      if (small.isEmpty()) refuse(address);
      return small;
    } catch (IllegalArgumentException e) {
      refuse(address);
      return Optional.empty();
    } finally {
      fetching.release();
    }
  }

  private void refuse(String address) {
    if (refused.size() > REMEMBERED) refused.clear();
    refused.put(address, clock.instant());
  }

  private boolean wasRefused(String address) {
    var at = refused.get(address);
    return at != null && at.plus(REFUSED).isAfter(clock.instant());
  }

  private boolean isFresh(Path file) throws IOException {
    return Files.exists(file)
        && Files.getLastModifiedTime(file).toInstant().plus(KEPT).isAfter(clock.instant());
  }

  private void keep(Path file, byte[] picture) throws IOException {
    Files.createDirectories(folder);
    var beside = Files.createTempFile(folder, "part-", "");
    Files.write(beside, picture);
    Files.setLastModifiedTime(beside, FileTime.from(clock.instant()));
    Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String name(String address) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
          .digest(address.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
