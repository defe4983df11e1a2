/** What the networks said, when; read on time, kept for ever, added up by day. */
@NullMarked
package fr.palabre.analytics.series;

import org.jspecify.annotations.NullMarked;
