/** The inbox on screen: views, list, thread, the acts upon them, and who else is there. */
@NullMarked
package fr.palabre.inbox.web;

import org.jspecify.annotations.NullMarked;
