package fr.palabre.media.web;

import fr.palabre.identity.Member;
import fr.palabre.identity.Permission;
import fr.palabre.identity.Requires;
import fr.palabre.media.Asset;
import fr.palabre.media.AssetId;
import fr.palabre.media.MediaLibrary;
import fr.palabre.media.Upload;
import fr.palabre.platform.files.FileStore;
import fr.palabre.platform.web.api.Cursor;
import fr.palabre.platform.web.api.Etag;
import fr.palabre.platform.web.api.Paging;
import fr.palabre.platform.web.api.Refusal;
import fr.palabre.platform.web.api.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Images, for programs. */
@RestController
@RequestMapping("/api/v1/{brand}/media")
@Requires(Permission.CONTENT_READ)
@Tag(name = "Media")
class MediaApi {
  // One byte more than the library takes, so that it says itself that it is too much.
  private static final int LONGEST = 50_000_001;
  private final MediaLibrary library;
  private final FileStore files;

  MediaApi(MediaLibrary library, FileStore files) {
    this.library = library;
    this.files = files;
  }

  @GetMapping
  @Operation(operationId = "listMedia", summary = "Images of the library, newest first")
  ResponseEntity<Slice<AssetSheet>> list(Member me, @Valid Paging paging,
      @Parameter(description = "Words of the name or of the description.", example = "miche")
      @RequestParam(defaultValue = "") @Size(max = 200) String q) {
    var rows = library.page(me.workspaceId(), q.strip(),
        paging.after(cursor -> new AssetId(cursor.uuid(0))), paging.rows());
    return paging.answer(rows, a -> Cursor.of(a.id()), a -> AssetSheet.of(a, me.zone()));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Requires(Permission.MEDIA_WRITE)
  @Operation(operationId = "addMedia", summary = "Bring an image in",
      description = "The body is the file itself. The same image brought twice is one asset.",
      requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true,
          content = @Content(mediaType = "application/octet-stream",
              schema = @Schema(type = "string", format = "binary"))))
  ResponseEntity<AssetSheet> add(Member me, InputStream body,
      @Parameter(description = "As it is shown in the library.", example = "miche.jpg")
      @RequestParam(defaultValue = "image") @Size(max = 200) String fileName)
      throws IOException {
    var bytes = body.readNBytes(LONGEST);
    return switch (library.add(me.workspaceId(), me.user(), fileName, bytes)) {
      case Upload.Added(var asset) -> ResponseEntity
          .created(URI.create("/api/v1/" + me.tenantPath() + "/media/" + asset.id()))
          .eTag(etag(asset).value()).body(AssetSheet.of(asset, me.zone()));
      case Upload.Refused(var reason) -> throw Refusal.invalid(switch (reason) {
        case NOT_AN_IMAGE -> "not-an-image";
        case UNREADABLE -> "unreadable-image";
        case TOO_LARGE -> "image-too-large";
        case EMPTY -> "empty-file";
      });
    };
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getMedia", summary = "An image of the library")
  ResponseEntity<AssetSheet> asset(Member me, @PathVariable UUID id) {
    return answer(me, library.asset(me.workspaceId(), new AssetId(id)));
  }

  @GetMapping("/{id}/file")
  @Operation(operationId = "getMediaFile", summary = "The image itself",
      responses = @ApiResponse(responseCode = "200", description = "Its bytes",
          content = @Content(mediaType = "image/*",
              schema = @Schema(type = "string", format = "binary"))))
  ResponseEntity<byte[]> file(Member me, @PathVariable UUID id) {
    var asset = library.asset(me.workspaceId(), new AssetId(id));
    return ResponseEntity.ok().eTag('"' + asset.sha256() + '"')
        .header("X-Content-Type-Options", "nosniff")
        .contentType(MediaType.parseMediaType(asset.mimeType()))
        .body(files.read(asset.path()));
  }

  @PutMapping("/{id}/alt-text")
  @Requires(Permission.MEDIA_WRITE)
  @Operation(operationId = "describeMedia", summary = "Say what an image shows")
  ResponseEntity<AssetSheet> describe(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
      @Valid @RequestBody Words words) {
    var asset = library.asset(me.workspaceId(), new AssetId(id));
    etag(asset).require(ifMatch);
    library.describe(me, asset.id(), words.altText());
    return answer(me, library.asset(me.workspaceId(), asset.id()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Permission.MEDIA_WRITE)
  @Operation(operationId = "removeMedia", summary = "Take out an image that nothing shows")
  void remove(Member me, @PathVariable UUID id,
      @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
    var asset = library.asset(me.workspaceId(), new AssetId(id));
    etag(asset).require(ifMatch);
    if (!library.remove(me, asset.id())) throw Refusal.conflict("in-use", Map.of());
  }

  private static ResponseEntity<AssetSheet> answer(Member me, Asset asset) {
    return ResponseEntity.ok().eTag(etag(asset).value()).body(AssetSheet.of(asset, me.zone()));
  }

  private static Etag etag(Asset a) {
    return Etag.of(a.id(), a.fileName(), a.altText(), a.sha256());
  }

  /** What an image shows. */
  @Schema(name = "AltText")
  public record Words(
      @Schema(example = "Une miche sur une planche") @NotNull @Size(max = 5000) String altText) {}
}
