/** What the law and good order ask: who did what, what is kept, and for how long. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package fr.palabre.compliance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
