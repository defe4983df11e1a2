package fr.palabre.analytics.series;

/** What a post is made of: the best and the weakest are judged among their own kind. */
public enum PostFormat {
  TEXT, LINK, IMAGE, IMAGES;

  public static PostFormat of(int images, boolean link) {
    if (images > 1) return IMAGES;
    if (images == 1) return IMAGE;
    return link ? LINK : TEXT;
  }
}
