/** Shows the money: what was promised, what came in, what was spent, what is left. */
package org.patenbuch.funding;
