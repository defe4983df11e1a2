package fr.palabre.platform.web;

import java.util.List;

/**
 * What every page of a tenant says for as long as it lasts.
 *
 * @param key message key; {@code arguments} fill it
 * @param path address below the tenant's where one can act
 * @param act message key of what one does there
 */
public record StandingNotice(
    String tone, String icon, String key, List<String> arguments, String path, String act) {

  /** Implemented by modules that may have such a thing to say. One cheap query at most. */
  public interface Source {
    List<StandingNotice> now(Viewer viewer);
  }
}
