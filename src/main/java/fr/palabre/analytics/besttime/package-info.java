/** When an account's posts did better, with how sure one can be: the method and its check. */
@NullMarked
package fr.palabre.analytics.besttime;

import org.jspecify.annotations.NullMarked;
