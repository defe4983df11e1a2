package fr.palabre.editorial;

import fr.palabre.identity.Member;
import fr.palabre.platform.web.Page;
import fr.palabre.platform.web.Toast;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a content the next free slot; whoever keeps the queues implements it. */
public interface NextSlots {
  /**
   * @param queue the one chosen; null for the first that serves the content's accounts
   * @return what came of it, to be said once
   */
  Toast add(Member me, ContentId content, @Nullable UUID queue, Page page);
}
