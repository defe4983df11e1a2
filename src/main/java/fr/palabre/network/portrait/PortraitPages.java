package fr.palabre.network.portrait;

import fr.palabre.network.Portraits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of the public, from this house. Under no brand: the address itself is the permission. */
@Controller
class PortraitPages {
  private static final byte[] NOBODY = """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#8a8a80"
        stroke-width="1.5"><circle cx="12" cy="9" r="4"/><path d="M4 21c1-5 15-5 16 0"/></svg>
      """.getBytes(StandardCharsets.UTF_8);
  private final Portraits portraits;
  private final PortraitShelf shelf;

  PortraitPages(Portraits portraits, PortraitShelf shelf) {
    this.portraits = portraits;
    this.shelf = shelf;
  }

  @GetMapping(Portraits.PATH + "{token}")
  ResponseEntity<byte[]> portrait(@PathVariable String token) {
    var source = portraits.source(token);
    if (source.isEmpty()) return ResponseEntity.notFound().build();
    return shelf.portrait(source.get())
        .map(jpeg -> answer(jpeg, MediaType.IMAGE_JPEG, Duration.ofDays(1)))
        .orElseGet(() -> answer(NOBODY, MediaType.valueOf("image/svg+xml"), Duration.ofMinutes(10)));
  }

  private static ResponseEntity<byte[]> answer(byte[] picture, MediaType type, Duration age) {
    return ResponseEntity.ok().contentType(type)
        .cacheControl(CacheControl.maxAge(age).cachePrivate()).body(picture);
  }
}
