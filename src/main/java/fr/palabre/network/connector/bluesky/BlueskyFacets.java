package fr.palabre.network.connector.bluesky;

import fr.palabre.network.connector.bluesky.BlueskyPayloads.Facet;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Feature;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.ResolvedHandle;
import fr.palabre.network.connector.bluesky.BlueskyPayloads.Span;
import fr.palabre.network.wire.Answer;
import fr.palabre.network.wire.Answer.Ok;
import fr.palabre.network.wire.Answer.Refused;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What can be clicked in a text. Bluesky makes nothing clickable by itself: each link, mention and
 * hashtag comes as a facet, placed by bytes of the UTF-8 text, end excluded.
 */
final class BlueskyFacets {
  private static final String TYPE = "app.bsky.richtext.facet#";
  private static final int LONGEST_TAG = 64;
  private static final Pattern LINK =
      Pattern.compile("(?<![\\p{L}\\p{N}])https?://[^\\s\\p{Z}<>\"«»“”]+");
  // A handle is a domain name; an address of e-mail or of another network is not one.
  private static final Pattern MENTION = Pattern.compile(
      "(?<![\\p{L}\\p{N}@._/-])@((?:[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+"
          + "[a-zA-Z][a-zA-Z0-9-]{0,61}[a-zA-Z0-9])(?![\\p{L}\\p{N}@])");
  // The network lets a hashtag run up to the next space; it needs more than figures.
  private static final Pattern TAG = Pattern.compile(
      "(?<=^|[\\s\\p{Z}(«“\"'’])[#＃]([^\\s\\p{Z}\\u00AD\\u200B-\\u200D\\u2060#]+)");
  private static final Pattern AFTER_LINK = Pattern.compile("[.,;:!?…'’]+$");
  private static final Pattern AFTER_TAG = Pattern.compile("\\p{P}+$");
  private static final Pattern LETTER = Pattern.compile("[^\\p{N}\\p{P}\\uFE0F\\u20E3]");

  private BlueskyFacets() {}

  /** Facets of a text; a handle that the network does not know stays plain text. */
  static Answer<List<Facet>> of(String text, Function<String, Answer<ResolvedHandle>> resolve) {
    if (isPlain(text)) return new Ok<>(List.of());
    var found = new ArrayList<Facet>();
    for (var link : matches(LINK, text)) found.add(link(text, link));
    for (var tag : matches(TAG, text)) tag(text, tag).ifPresent(found::add);
    for (var mention : matches(MENTION, text)) {
      switch (known(resolve.apply(mention.group(1)))) {
        case Ok<Optional<String>>(var did) ->
            did.ifPresent(it -> found.add(mention(text, mention, it)));
        case Answer<Optional<String>> failed -> {
          return failed.map(_ -> List.of());
        }
      }
    }
    return new Ok<>(apart(found));
  }

  private static boolean isPlain(String text) {
    return !text.contains("http") && text.chars().noneMatch(c -> c == '#' || c == '＃' || c == '@');
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static Facet link(String text, MatchResult match) {
    var address = address(match.group());
    return facet(text, match.start(), match.start() + address.length(),
        new Feature(TYPE + "link", address, null, null));
  }

  private static Optional<Facet> tag(String text, MatchResult match) {
    var tag = AFTER_TAG.matcher(match.group(1)).replaceFirst("");
    var length = (int) Pattern.compile("\\X").matcher(tag).results().count();
    if (length > LONGEST_TAG || !LETTER.matcher(tag).find()) return Optional.empty();
    return Optional.of(facet(text, match.start(), match.start(1) + tag.length(),
        new Feature(TYPE + "tag", null, null, tag)));
  }

  private static Facet mention(String text, MatchResult match, String did) {
    return facet(text, match.start(), match.end(), new Feature(TYPE + "mention", null, did, null));
  }

  private static Facet facet(String text, int start, int end, Feature feature) {
    return new Facet(new Span(bytes(text, start), bytes(text, end)), List.of(feature));
  }

  // The sentence's own punctuation is not part of the link; a bracket opened in it is.
  private static String address(String match) {
    var kept = AFTER_LINK.matcher(match).replaceFirst("");
    return kept.endsWith(")") && !kept.contains("(")
        ? address(kept.substring(0, kept.length() - 1))
        : kept;
  }

  private static Answer<Optional<String>> known(Answer<ResolvedHandle> answer) {
    if (answer instanceof Refused<ResolvedHandle> refused && refused.status() == 400)
      return new Ok<>(Optional.empty());
    return answer.map(it -> Optional.of(it.did()));
  }

  // A hashtag or a mention inside a link belongs to the link.
  private static List<Facet> apart(List<Facet> found) {
    var sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparingInt(it -> it.index().byteStart()));
    var end = 0;
    var kept = new ArrayList<Facet>();
    for (var facet : sorted) {
      if (facet.index().byteStart() < end) continue;
      kept.add(facet);
      end = facet.index().byteEnd();
    }
    return kept;
  }

  private static int bytes(String text, int end) {
    return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
  }
}
