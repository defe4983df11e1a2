package fr.palabre.network;

/** Whom a post is shown to. */
public enum Visibility {
  PUBLIC,
  /** Readable by all, not put forward. */
  UNLISTED,
  /** Followers only. */
  FOLLOWERS
}
