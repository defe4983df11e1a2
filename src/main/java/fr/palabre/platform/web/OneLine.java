package fr.palabre.platform.web;

import org.jspecify.annotations.Nullable;

/** What someone typed in a field of one line. */
public final class OneLine {
  private OneLine() {}

  /** Without blanks around it or control characters in it; empty where nothing was sent. */
  public static String of(@Nullable String typed) {
    return typed == null ? "" : typed.replaceAll("\\p{Cntrl}+", " ").strip();
  }
}
