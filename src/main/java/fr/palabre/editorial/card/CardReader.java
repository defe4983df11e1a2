package fr.palabre.editorial.card;

import fr.palabre.editorial.card.CardReading.Failed;
import fr.palabre.editorial.card.CardReading.Read;
import fr.palabre.editorial.card.CardReading.Reason;
import fr.palabre.network.PostDraft.LinkCard;
import fr.palabre.platform.http.HttpCall;
import fr.palabre.platform.http.HttpResult;
import fr.palabre.platform.http.HttpResult.Answer;
import fr.palabre.platform.http.Outgoing;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/** Reads the title and the description that a page gives of itself. Never inside a transaction. */
@Component
public class CardReader {
  private static final int REDIRECTIONS = 4;
  private static final long MOST_BYTES = 2_000_000;
  private static final Duration PATIENCE = Duration.ofSeconds(8);
  private final Outgoing outgoing;

  CardReader(Outgoing outgoing) {
    this.outgoing = outgoing;
  }

  public CardReading read(URI address) {
    var here = address;
    for (int i = 0; i <= REDIRECTIONS; i++) {
      var result = outgoing.send(HttpCall.get(here).within(PATIENCE).atMost(MOST_BYTES)
          .header("Accept", "text/html,application/xhtml+xml"));
      switch (result) {
        case HttpResult.NotSent(String cause) -> { return new Failed(reason(cause)); }
        case HttpResult.Unknown _ -> { return new Failed(Reason.NO_ANSWER); }
        case Answer answer -> {
          if (!isRedirection(answer)) return card(address, here, answer);
          here = next(here, answer);
        }
      }
    }
    return new Failed(Reason.REFUSED);
  }

  private static boolean isRedirection(Answer answer) {
    return answer.status() >= 301 && answer.status() <= 308
        && answer.header("location").isPresent();
  }

  // Each step is asked of the same door, so that a redirection cannot lead inside either.
  private static URI next(URI here, Answer answer) {
    try {
      return here.resolve(answer.header("location").orElseThrow());
    } catch (IllegalArgumentException e) {
      return here;
    }
  }

  private static Reason reason(String cause) {
    return switch (cause) {
      case "private address", "not encrypted (https)", "not a web address" -> Reason.NOT_PUBLIC;
      default -> Reason.NO_ANSWER;
    };
  }

  private static CardReading card(URI address, URI here, Answer answer) {
    if (!answer.ok()) return new Failed(Reason.REFUSED);
    var type = answer.header("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.contains("html")) return new Failed(Reason.NO_PAGE);
    try {
      var page = Jsoup.parse(new ByteArrayInputStream(answer.body()), charset(type),
          here.toString());
      var title = first(page, "meta[property=og:title]", "meta[name=twitter:title]");
      if (title.isBlank()) title = page.title();
      if (title.isBlank()) return new Failed(Reason.NO_PAGE);
      return new Read(new LinkCard(address, cut(title, 200), cut(first(page,
          "meta[property=og:description]", "meta[name=description]"), 300)));
    } catch (IOException e) {
      return new Failed(Reason.NO_PAGE);
    }
  }

  private static String first(Document page, String... selectors) {
    for (var selector : selectors) {
      var found = page.select(selector).attr("content");
      if (!found.isBlank()) return found;
    }
    return "";
  }

  // Null lets jsoup look into the page's own head.
  @SuppressWarnings("NullAway")
  private static String charset(String type) {
    var at = type.indexOf("charset=");
    if (at < 0) return null;
    var name = type.substring(at + 8).replaceAll("[;\"\\s].*", "");
    return java.nio.charset.Charset.isSupported(name) ? name : null;
  }

  private static String cut(String text, int length) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= length ? line : line.substring(0, length - 1) + "…";
  }
}
