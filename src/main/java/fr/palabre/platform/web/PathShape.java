package fr.palabre.platform.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;

/**
 * What can be seen of an address pattern without matching it: how many segments, and which of them
 * are words.
 *
 * @param words each segment as it is written; empty where it varies
 * @param open whether more segments may follow
 */
record PathShape(List<String> words, boolean open) {

  static PathShape of(String pattern) {
    return new PathShape(
        Stream.of(pattern.split("/")).filter(s -> !s.isEmpty()).map(PathShape::word).toList(),
        pattern.contains("**") || pattern.contains("{*"));
  }

  private static String word(String segment) {
    return segment.matches(".*[{*?].*") ? "" : segment;
  }

  /** Whether a path of these segments may match; a no is sure. */
  boolean mayBe(List<String> path) {
    if (open) return true;
    if (path.size() != words.size()) return false;
    // From the end, where the addresses differ: this is asked some hundred times per request.
    for (int i = words.size() - 1; i >= 0; i--)
      if (!words.get(i).isEmpty() && !words.get(i).equals(path.get(i))) return false;
    return true;
  }

  static List<String> segments(PathContainer path) {
    return path.elements().stream()
        .filter(PathSegment.class::isInstance).map(PathSegment.class::cast)
        .map(PathSegment::valueToMatch)
        .toList();
  }
}
