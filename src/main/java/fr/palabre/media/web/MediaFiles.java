package fr.palabre.media.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.platform.files.FileStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** The images themselves, to members of their brand. Bytes never change: browsers keep them. */
@Controller
@RequestMapping("/{brand}/medias/{id}")
@Requires(Permission.CONTENT_READ)
class MediaFiles {
  private static final CacheControl KEPT =
      CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();
  private final MediaLibrary library;
  private final FileStore files;

  MediaFiles(MediaLibrary library, FileStore files) {
    this.library = library;
    this.files = files;
  }

  @GetMapping("/fichier")
  ResponseEntity<Resource> original(Member me, @PathVariable UUID id) {
    var asset = asset(me, id);
    return file(files.resolve(asset.path()), asset.mimeType());
  }

  @GetMapping("/vignette")
  ResponseEntity<Resource> thumbnail(Member me, @PathVariable UUID id) {
    var asset = asset(me, id);
    var thumbnail = library.thumbnail(me.workspaceId(), asset.id());
    var own = thumbnail.equals(files.resolve(asset.path()));
    return file(thumbnail, own ? asset.mimeType() : MediaType.IMAGE_JPEG_VALUE);
  }

  private static ResponseEntity<Resource> file(Path file, String mimeType) {
    return ResponseEntity.ok()
        .cacheControl(KEPT)
        .contentType(MediaType.parseMediaType(mimeType))
        // Whatever the bytes pretend to be, nothing in them runs.
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .body(new FileSystemResource(file));
  }

  private Asset asset(Member me, UUID id) {
    return library.find(me.workspaceId(), new AssetId(id))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
