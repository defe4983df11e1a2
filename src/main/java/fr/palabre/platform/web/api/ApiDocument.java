package fr.palabre.platform.web.api;

import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The API's own description, OpenAPI 3.1. It is written from the controllers when the house is
 * built, and read from a file, so that a running house carries nothing that writes it.
 */
@Hidden
@RestController
class ApiDocument {
  private static final Resource DOCUMENT = new ClassPathResource("api/openapi.json");

  @GetMapping(path = "/api/v1/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> document() {
    try {
      var text = DOCUMENT.getContentAsByteArray();
      // Weak, so that the server may compress it.
      var etag = "W/\"" + HexFormat.of().formatHex(Digest.sha256(text), 0, 12) + '"';
      return ResponseEntity.ok().eTag(etag).contentType(MediaType.APPLICATION_JSON).body(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
