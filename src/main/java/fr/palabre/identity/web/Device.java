package fr.palabre.identity.web;

import java.util.LinkedHashMap;
import java.util.Map;

/** A browser as people call it, from what it says of itself. */
public final class Device {
  // The first that fits: Edge also says Chrome, Chrome also says Safari.
  private static final Map<String, String> BROWSERS = ordered("Edg", "Edge", "OPR", "Opera",
      "Firefox", "Firefox", "Chrome", "Chrome", "CriOS", "Chrome", "Safari", "Safari");
  private static final Map<String, String> SYSTEMS = ordered("iPhone", "iPhone", "iPad", "iPad",
      "Android", "Android", "Windows", "Windows", "Mac OS X", "macOS", "Linux", "Linux");

  private Device() {}

  /** "Firefox · Linux"; empty where nothing is recognised. */
  public static String of(String userAgent) {
    var browser = first(BROWSERS, userAgent);
    var system = first(SYSTEMS, userAgent);
    return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
  }

  private static String first(Map<String, String> names, String userAgent) {
    return names.entrySet().stream().filter(name -> userAgent.contains(name.getKey()))
        .map(Map.Entry::getValue).findFirst().orElse("");
  }

  private static Map<String, String> ordered(String... pairs) {
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) map.put(pairs[i], pairs[i + 1]);
    return map;
  }
}
