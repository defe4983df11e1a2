package fr.palabre.delivery.rows;

import fr.palabre.delivery.Act;
import fr.palabre.network.PostDraft;
import fr.palabre.network.Visibility;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** An act as its columns: which, on what, and the draft as JSON with the files' relative paths. */
@Component
public class ActRows {
  private final JsonMapper json;

  ActRows(JsonMapper json) {
    this.json = json;
  }

  public static String name(Act act) {
    return switch (act) {
      case Act.Publish _ -> "PUBLISH";
      case Act.Like _ -> "LIKE";
      case Act.Unlike _ -> "UNLIKE";
      case Act.Delete _ -> "DELETE";
      case Act.Edit _ -> "EDIT";
    };
  }

  public static @Nullable String target(Act act) {
    return switch (act) {
      case Act.Publish _ -> null;
      case Act.Like(String id) -> id;
      case Act.Unlike(String id) -> id;
      case Act.Delete(String id) -> id;
      case Act.Edit(String id, PostDraft _) -> id;
    };
  }

  public @Nullable String draft(Act act) {
    return switch (act) {
      case Act.Publish(PostDraft draft) -> write(draft);
      case Act.Edit(String _, PostDraft draft) -> write(draft);
      case Act.Like _, Act.Unlike _, Act.Delete _ -> null;
    };
  }

  Act read(String name, @Nullable String target, @Nullable String draft) {
    return switch (name) {
      case "PUBLISH" -> new Act.Publish(draft(draft));
      case "LIKE" -> new Act.Like(known(target));
      case "UNLIKE" -> new Act.Unlike(known(target));
      case "DELETE" -> new Act.Delete(known(target));
      case "EDIT" -> new Act.Edit(known(target), draft(draft));
      default -> throw new IllegalStateException("No act " + name);
    };
  }

  private String write(PostDraft draft) {
    var images = draft.images().stream()
        .map(i -> new StoredImage(i.file().toString(), i.mimeType(), i.bytes(), i.width(),
            i.height(), i.altText()))
        .toList();
    var link = draft.link();
    return json.writeValueAsString(new StoredDraft(draft.text(), images, draft.replyTo(),
        link == null ? null
            : new StoredLink(link.address().toString(), link.title(), link.description()),
        draft.visibility(), draft.contentWarning(), draft.language()));
  }

  private PostDraft draft(@Nullable String stored) {
    var draft = json.readValue(known(stored), StoredDraft.class);
    var images = draft.images().stream()
        .map(i -> new PostDraft.Image(Path.of(i.file()), i.mimeType(), i.bytes(), i.width(),
            i.height(), i.altText()))
        .toList();
    var link = draft.link();
    return new PostDraft(draft.text(), images, draft.replyTo(),
        link == null ? null
            : new PostDraft.LinkCard(URI.create(link.address()), link.title(),
                link.description()),
        draft.visibility(), draft.contentWarning(), draft.language());
  }

  private static String known(@Nullable String column) {
    if (column == null) throw new IllegalStateException("An act lacks what it is about");
    return column;
  }

  private record StoredDraft(String text, List<StoredImage> images,
      PostDraft.@Nullable ReplyTo replyTo, @Nullable StoredLink link,
      @Nullable Visibility visibility, @Nullable String contentWarning,
      @Nullable String language) {
    StoredDraft {
      images = images == null ? List.of() : images;
    }
  }

  private record StoredImage(String file, String mimeType, long bytes, int width, int height,
      String altText) {}

  private record StoredLink(String address, String title, String description) {}
}
