"""Letters and orders: drafted from the decision and the verdict, fixed when they are signed, and set on paper."""
