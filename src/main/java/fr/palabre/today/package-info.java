/** The day plan: what the other rooms have for this person today, in the order of the routine. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "identity"})
package fr.palabre.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
