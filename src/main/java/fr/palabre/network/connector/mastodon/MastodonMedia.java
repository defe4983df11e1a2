package fr.palabre.network.connector.mastodon;

import fr.palabre.network.DeliveryOutcome.Reason;
import fr.palabre.network.PostDraft.Image;
import fr.palabre.network.connector.mastodon.MastodonPayloads.Media;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.NotSent;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Images on their way to a status: sent one by one, waited for where the server works on them. */
final class MastodonMedia {
  private static final List<Duration> PATIENCE =
      List.of(1, 1, 2, 3, 5, 8, 10).stream().map(Duration::ofSeconds).toList();
  private static final int UNPROCESSABLE = 422;
  private static final int TOO_LARGE = 413;
  private static final int FAULTY = 500;
  private final MastodonApi api;
  private final Pause pause;

  MastodonMedia(MastodonApi api, Pause pause) {
    this.api = api;
    this.pause = pause;
  }

  /** Their ids on the server, ready to be attached. */
  Answer<List<String>> send(MastodonAccess access, List<Image> images) {
    Answer<List<String>> sent = new Ok<>(List.of());
    for (var image : images)
      sent = sent.then(before -> send(access, image).map(one -> with(before, one)));
    return sent;
  }

  /** Its id on the server, ready to be attached; the server sweeps away what never is, in a day. */
  Answer<String> send(MastodonAccess access, Image image) {
    if (image.sent() != null) return new Ok<>(image.sent());
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(image.file());
    } catch (IOException e) {
      return new NotSent<>("image file unreadable");
    }
    return understood(api.upload(access, image, bytes))
        .then(media -> ready(access, media))
        .map(Media::id);
  }

  private Answer<Media> ready(MastodonAccess access, Media sent) {
    Answer<Media> now = new Ok<>(sent);
    for (var wait : PATIENCE) {
      if (!(now instanceof Ok<Media>(Media media)) || media.url() != null) return now;
      if (!pause.of(wait)) break;
      now = understood(api.media(access, sent.id()));
    }
    return now instanceof Ok<Media>(Media media) && media.url() == null
        ? new NotSent<>("the server still works on the image") : now;
  }

  // A picture it cannot draw small is the picture's fault, though it says 500 (docs, media#v2).
  private static Answer<Media> understood(Answer<Media> answer) {
    var told = answer instanceof Refused<Media> refused && refused.status() == FAULTY
        && refused.words().contains("thumbnail")
        ? new Refused<Media>(UNPROCESSABLE, "HTTP " + UNPROCESSABLE, refused.words(), null) : answer;
    return told.when(UNPROCESSABLE, Reason.MEDIA_REFUSED).when(TOO_LARGE, Reason.MEDIA_TOO_LARGE);
  }

  private static List<String> with(List<String> list, String more) {
    var all = new ArrayList<>(list);
    all.add(more);
    return all;
  }
}
