"""From an order, a source, a bench and a policy to a plan."""
