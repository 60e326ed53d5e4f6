"""Places that prove nothing by themselves: what the estimate of ``auditor batch`` rests on."""
