/** The pages where contents are planned, written and validated. */
@NullMarked
package fr.palabre.editorial.web;

import org.jspecify.annotations.NullMarked;
