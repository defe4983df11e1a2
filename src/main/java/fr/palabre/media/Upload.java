package fr.palabre.media;

/** What became of a file somebody brought. */
public sealed interface Upload {
  /** In the library; the same image brought twice is the same asset. */
  record Added(Asset asset) implements Upload {}

  record Refused(Reason reason) implements Upload {}

  enum Reason { NOT_AN_IMAGE, UNREADABLE, TOO_LARGE, EMPTY }
}
