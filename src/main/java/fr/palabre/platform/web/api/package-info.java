/** What every room's part of the API has in common: writes done once, versions, pages, refusals. */
@NullMarked
package fr.palabre.platform.web.api;

import org.jspecify.annotations.NullMarked;
