"""The one place that knows the order: from what was received to claims, stored, to sagas, woven."""
