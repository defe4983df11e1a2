/** Every call to another host leaves through here. */
@NullMarked
package fr.palabre.platform.http;

import org.jspecify.annotations.NullMarked;
