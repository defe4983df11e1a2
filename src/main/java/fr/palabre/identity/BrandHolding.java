package fr.palabre.identity;

import fr.palabre.platform.web.Page;
import java.util.List;

/** Implemented by each module that keeps something of a brand: deleting one names what goes. */
public interface BrandHolding {
  /** What this module holds of the brand shown, counted: "12 contenus". Nothing where it is none. */
  List<String> held(Page page, WorkspaceId workspace);
}
