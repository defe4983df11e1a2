package fr.palabre.editorial;

import fr.palabre.identity.Member;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Implemented by the rooms that send, to be asked where a content gets its date. */
public interface DepartureDesk {
  Departure of(Member me, Content content);

  /** Takes the answers in; a field that was not on the page is null. */
  void answered(Member me, ContentId content, Function<String, @Nullable String> fields);
}
