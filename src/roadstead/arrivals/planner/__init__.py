"""The voyage planner: before fixing, what a call would bring. The address is the plan; nothing is stored."""
