"""Places that prove nothing by themselves: what the points expected beside the findings rest on."""
