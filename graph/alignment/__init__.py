"""Which measures of a lower level order the same action on the same object as those of a higher one."""
